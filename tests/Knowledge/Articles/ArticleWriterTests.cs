using ChatBot.Knowledge.Articles;

namespace ChatBot.Knowledge.Tests.Articles;

public class ArticleWriterTests
{
    [Fact]
    public void An_untouched_article_is_written_byte_for_byte_as_it_was_read()
    {
        var odd = Some.ArticleText.Replace("hieu-luc-tu: 2021-01-01\n", "hieu-luc-tu:   2021-01-01   # từ đầu năm\n");

        Assert.Equal(odd, ArticleWriter.Write(ArticleReader.Read("nghi-viec/bao-truoc.md", odd).Article!));
    }

    [Fact]
    public void A_changed_article_is_written_afresh_and_reads_back_the_same()
    {
        var changed = Some.Article with
        {
            Title = "Báo trước: mấy ngày",
            Answer = "Bạn báo trước 30 ngày.",
            Example = "Gửi đơn ngày 1.",
            Sensitive = "\"Gấp\" # ngay",
            InForceUntil = new DateOnly(2027, 1, 1),
        };

        var read = ArticleReader.Read(changed.File, ArticleWriter.Write(changed)).Article!;

        Assert.Equal(changed.Title, read.Title);
        Assert.Equal(changed.Questions, read.Questions);
        Assert.Equal(changed.Citations, read.Citations);
        Assert.Equal(changed.Sensitive, read.Sensitive);
        Assert.Equal(changed.Answer, read.Answer);
        Assert.Equal(changed.Example, read.Example);
        Assert.Equal(changed.InForceUntil, read.InForceUntil);
    }

    [Fact]
    public void Every_shipped_article_is_written_as_it_was_read() =>
        Assert.All(Shared.Shipped.Articles, it => Assert.Equal(it.Source, ArticleWriter.Write(it)));
}
