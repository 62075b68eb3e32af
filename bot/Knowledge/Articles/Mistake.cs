namespace ChatBot.Knowledge.Articles;

/// <summary>What an editor has to mend, in Vietnamese, with the place where it stands.</summary>
/// <param name="File">The file as the editor knows it, from the knowledge-base folder on.</param>
/// <param name="Line">From 1; 0 when the mistake belongs to no line.</param>
/// <param name="Message">One sentence in Vietnamese.</param>
public sealed record Mistake(string File, int Line, string Message)
{
    public override string ToString() => Line > 0 ? $"{File}:{Line}: {Message}" : $"{File}: {Message}";
}
