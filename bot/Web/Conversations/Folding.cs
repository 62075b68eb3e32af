using ChatBot.Knowledge.Vietnamese;
using ChatBot.Talk.Activities;

namespace ChatBot.Web.Conversations;

/// <summary>What the desk's search compares: texts without accents and capitals.</summary>
public static class Folding
{
    public static string? Of(string? text) => string.IsNullOrWhiteSpace(text) ? null : Text.Fold(text);

    public static string? Of(Activity activity) => Of(activity.Text);
}
