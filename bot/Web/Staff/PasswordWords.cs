namespace ChatBot.Web.Staff;

/// <summary>The rule for passwords, as it is told beside the field.</summary>
internal static class PasswordWords
{
    public const int Shortest = 10;

    public const int FewestDifferent = 5;

    public static readonly string Rule = $"Ít nhất {Shortest} ký tự, trong đó có {FewestDifferent} ký tự khác nhau. Dễ nhớ mà khó đoán: ghép ba, bốn từ không liên quan, ví dụ “ghế xanh leo núi”.";
}
