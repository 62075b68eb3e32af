using ChatBot.Knowledge.Search;

namespace ChatBot.Knowledge.Tests.Search;

/// <summary>Messages of tests/questions/messages, each in four spellings: hot spots go to a person, ordinary questions do not, other matters are refused. The bars only go up.</summary>
public class MessagesExam(ITestOutputHelper output)
{
    private const string Hot = "messages/diem-nong*.tsv", Elsewhere = "messages/ngoai-pham-vi*.tsv";
    private const double HotToPerson = 97.5, OrdinaryToPerson = 0.2, ElsewhereRefused = 97, OrdinaryRefused = 1;

    public static TheoryData<string> Spellings => [.. Spelled.Ways.Keys];

    [Theory, MemberData(nameof(Spellings))]
    public void Hot_spots_go_to_a_person(string spelling)
    {
        var missed = Messages(Hot).Where(it => Went(it, spelling) is not Outcome.Person).ToList();

        AtMost(100 - HotToPerson, missed, Hot);
    }

    [Theory, MemberData(nameof(Spellings))]
    public void Other_matters_are_refused(string spelling)
    {
        var missed = Messages(Elsewhere).Where(it => Went(it, spelling) is not Outcome.NoMatch).ToList();

        AtMost(100 - ElsewhereRefused, missed, Elsewhere);
    }

    [Theory, MemberData(nameof(Spellings))]
    public void Ordinary_questions_stay_with_the_bot(string spelling)
    {
        var ordinary = Messages("exam/*.tsv").Concat(Messages("messages/binh-thuong-2.tsv")).ToList();
        var toPerson = ordinary.Where(it => Went(it, spelling) is Outcome.Person).ToList();
        var refused = ordinary.Where(it => Went(it, spelling) is Outcome.NoMatch { OutOfScope: not null }).ToList();
        output.WriteLine($"{ordinary.Count} ordinary questions: {toPerson.Count} to a person, {refused.Count} refused");

        Assert.True(toPerson.Count <= ordinary.Count * OrdinaryToPerson / 100, string.Join('\n', toPerson));
        Assert.True(refused.Count <= ordinary.Count * OrdinaryRefused / 100, string.Join('\n', refused));
    }

    private void AtMost(double percent, List<string> missed, string files)
    {
        var all = Messages(files).Count;
        output.WriteLine($"{missed.Count} of {all} missed");
        Assert.True(all >= 300, $"{files} are too short.");
        Assert.True(missed.Count <= all * percent / 100, $"{missed.Count} of {all} missed, {percent} % may be:\n{string.Join('\n', missed)}");
    }

    private static List<string> Messages(string files) => [.. Directory.GetFiles(Shared.Folder($"tests/questions/{Path.GetDirectoryName(files)}"), Path.GetFileName(files)).SelectMany(file => File.ReadLines(file).Skip(1)).Select(it => it.Split('\t')[0])];

    private static Outcome Went(string message, string spelling) => Shared.Ask(Spelled.Ways[spelling](message));
}
