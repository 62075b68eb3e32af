using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Tests.Articles;

public class ArticleReaderTests
{
    [Fact]
    public void A_whole_article_is_read()
    {
        var (article, mistakes) = ArticleReader.Read("nghi-viec/bao-truoc.md", Some.ArticleText);

        Assert.Empty(mistakes);
        Assert.Equal("bao-truoc", article!.Id);
        Assert.Equal("nghi-viec", article.Area);
        Assert.Equal("Nghỉ việc phải báo trước mấy ngày", article.Title);
        Assert.Equal(8, article.Questions.Count);
        Assert.Equal("35", article.Citations[0].Article);
        Assert.Equal(new DateOnly(2021, 1, 1), article.InForceFrom);
        Assert.Equal(["báo trước", "thời hạn"], article.Keywords);
        Assert.Equal("Bạn báo trước 45 ngày.", article.Answer);
        Assert.Equal("Tính cả chủ nhật.", article.Details);
        Assert.Equal("- Viết đơn.\n- Giữ bản sao.", article.Steps);
        Assert.Null(article.Example);
        Assert.Equal(Some.ArticleText, article.Source);
    }

    [Fact]
    public void All_mistakes_are_told_at_once_with_their_lines()
    {
        var text = """
            ---
            tieude: Sai tên
            cau-hoi:
              - Một câu?
              - Một câu?
            can-cu:
              - Điều 35 BLLĐ
            hieu-luc-tu: 1/1/2021
            ---
            Trả lời.

            ## Tóm tắt
            Không có phần này.
            """;

        var (article, mistakes) = ArticleReader.Read("nghi-viec/sai.md", text);

        Assert.Null(article);
        string[] expected =
        [
            "nghi-viec/sai.md:2: không có tên 'tieude:'",
            "nghi-viec/sai.md:2: thiếu dòng 'tieu-de:'",
            "nghi-viec/sai.md:3: có 2 câu hỏi",
            "nghi-viec/sai.md:4: câu hỏi 'Một câu?' đứng hai lần",
            "nghi-viec/sai.md:6: thiếu dòng 'can-cu:'",
            "nghi-viec/sai.md:7: căn cứ 'Điều 35 BLLĐ'",
            "nghi-viec/sai.md:8: 'hieu-luc-tu: 1/1/2021' không phải là ngày",
            "nghi-viec/sai.md:12: phần '## Tóm tắt' không có",
        ];
        Assert.Equal(expected.Length, mistakes.Count);
        Assert.All(expected.Zip(mistakes), it => Assert.StartsWith(it.First, it.Second.ToString()));
    }

    [Fact]
    public void A_missing_title_is_told_in_vietnamese_with_file_and_line()
    {
        var (_, mistakes) = ArticleReader.Read("tien-luong/x.md", Some.ArticleText.Replace("tieu-de: Nghỉ việc phải báo trước mấy ngày\n", ""));

        Assert.Contains(mistakes, it => it.ToString() == "tien-luong/x.md:2: thiếu dòng 'tieu-de:'");
    }

    [Theory]
    [InlineData("", "cần phần đầu")]
    [InlineData("không có phần đầu", "cần phần đầu")]
    [InlineData("---\ntieu-de: \"hở\nhieu-luc-tu: 2021-01-01\n---\nTrả lời.", "sai cách viết")]
    [InlineData("---\ntieu-de: a\ntieu-de: b\n---\nTrả lời.", "đứng hai lần")]
    [InlineData("---\n- a\n- b\n---\nTrả lời.", "tên: giá trị")]
    public void A_broken_header_is_a_mistake_and_no_accident(string text, string message)
    {
        var (article, mistakes) = ArticleReader.Read("a/b.md", text);

        Assert.Null(article);
        Assert.Contains(mistakes, it => it.Message.Contains(message));
        Assert.All(mistakes, it => Assert.True(it.Line > 0));
    }

    [Fact]
    public void Windows_line_ends_are_read_like_others_and_kept()
    {
        var text = Some.ArticleText.Replace("\n", "\r\n");

        var (article, mistakes) = ArticleReader.Read("nghi-viec/bao-truoc.md", text);

        Assert.Empty(mistakes);
        Assert.Equal("Bạn báo trước 45 ngày.", article!.Answer);
        Assert.Equal(text, ArticleWriter.Write(article));
    }
}
