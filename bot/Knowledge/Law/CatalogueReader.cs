using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Law;

/// <summary>Reads <c>_law/van-ban.yaml</c>.</summary>
public static class CatalogueReader
{
    public static LawCatalogue Read(string file, string text, List<Mistake> mistakes)
    {
        var documents = new List<LawDocument>();
        foreach (var part in YamlPart.ReadList(file, text, mistakes))
        {
            var document = Document(part);
            if (documents.Any(it => it.Number == document.Number))
                part.Tell("so-hieu", $"văn bản '{document.Number}' đứng hai lần");
            if (document is { ReplacedBy: not null, InForceUntil: null })
                part.Tell("thay-boi", "có 'thay-boi:' thì cần 'hieu-luc-den:' (ngày cuối cùng còn hiệu lực)");
            documents.Add(document);
        }

        return new LawCatalogue(documents);
    }

    private static LawDocument Document(YamlPart part) =>
        new(part.Needed("so-hieu"), part.Needed("ten"), part.Text("ve") ?? part.Text("ten") ?? "", part.NeededDay("hieu-luc-tu"))
        {
            InForceUntil = part.Day("hieu-luc-den"),
            ReplacedBy = part.Text("thay-boi"),
            Aliases = [.. part.Items("goi-la").Select(it => it.Text)],
            LastArticle = part.Text("so-dieu") is null ? null : (int)part.NeededNumber("so-dieu"),
            ExtraArticles = [.. part.Items("dieu-them").Select(it => it.Text)],
        };
}
