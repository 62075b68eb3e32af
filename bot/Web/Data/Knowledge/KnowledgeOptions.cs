namespace ChatBot.Web.Data.Knowledge;

/// <summary>Where the knowledge base lies: `Knowledge:Folder`.</summary>
public static class KnowledgeOptions
{
    public const string Setting = "Knowledge:Folder";

    private const string Name = "knowledge-base";

    /// <summary>The folder of the setting; without one, `knowledge-base` where the program is started, or beside the program itself.</summary>
    /// <exception cref="StartFailed">There is no such folder.</exception>
    public static string Folder(IConfiguration configuration)
    {
        string[] places = configuration[Setting] is { Length: > 0 } set ? [set] : [Name, Path.Combine(AppContext.BaseDirectory, Name)];
        return places.FirstOrDefault(Directory.Exists)
            ?? throw new StartFailed($"The knowledge base is not at {Path.GetFullPath(places[0])}: start the program in the folder that holds {Name}, or set {Setting}.");
    }
}
