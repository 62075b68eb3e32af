using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

public class ClassifierTests
{
    private static readonly (string, IReadOnlyList<string>)[] Examples =
    [
        ("fruit", ["ripe", "apple"]), ("fruit", ["ripe", "mango"]), ("fruit", ["sweet", "mango"]),
        ("tool", ["steel", "hammer"]), ("tool", ["steel", "saw"]), ("tool", ["heavy", "hammer"]),
    ];

    [Fact]
    public void A_text_is_of_the_kind_whose_words_it_shares()
    {
        var classifier = new Classifier(Examples);

        Assert.Equal(["fruit", "tool"], classifier.Kinds);
        Assert.True(classifier.Of(["sweet", "apple"])[0] > 0.8);
        Assert.True(classifier.Of(["heavy", "saw"])[1] > 0.8);
    }

    [Fact]
    public void Words_never_seen_leave_it_undecided()
    {
        var shares = new Classifier(Examples).Of(["cloud"]);

        Assert.InRange(shares[0], 0.4f, 0.6f);
        Assert.Equal(1, shares.Sum(), 3);
    }

    [Fact]
    public void The_same_examples_teach_the_same() =>
        Assert.Equal(new Classifier(Examples).Of(["ripe", "hammer"]), new Classifier(Examples).Of(["ripe", "hammer"]));
}
