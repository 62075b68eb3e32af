using System.Globalization;
using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

public static class Program
{
    internal static readonly DateOnly Today = new(2026, 11, 26);
    internal static bool Holds(DateOnly from, DateOnly? until) => from <= Today && (until is null || Today <= until);

    public static int Main(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var statutes = args.Contains("--alone") ? null : "/work/shared/law";
        var content = KnowledgeFolder.Read(Path.Combine(Repository.Root, "knowledge-base")).Content;
        if (statutes is not null)
            content = content with { Provisions = Asked.Statutes(statutes, content.Catalogue) };
        var start = Ranking.For(content);
        var fitq = Asked.Read("/tmp/lab/fit");
        var wordingWeight = float.Parse(Environment.GetEnvironmentVariable("WW") ?? "0", CultureInfo.InvariantCulture);
        if (args[0] == "messages")
        {
            // messages FILE : where each message goes, in four spellings
            var answering = new Answering(KnowledgeIndex.Build(content));
            var rows = File.ReadLines(args[1]).Skip(1).Select(it => it.Split('\t')).ToList();
            foreach (var (way, write) in ChatBot.Knowledge.Tests.Search.Spelled.Ways)
            {
                var kinds = rows.Select(it => (Row: it, Kind: answering.Ask(new Question(write(it[0]), Today)).GetType().Name)).ToList();
                Console.WriteLine($"{way}: {string.Join(", ", kinds.GroupBy(it => it.Kind).OrderBy(it => it.Key).Select(it => $"{it.Key} {it.Count()}"))}");
                if (args.Length > 2) foreach (var it in kinds.Where(it => it.Kind != args[2] == (args.ElementAtOrDefault(3) != "is"))) Console.WriteLine($"   {it.Kind}\t{(it.Row.Length > 1 ? it.Row[1] : "")}\t{write(it.Row[0])}");
            }
            return 0;
        }
        if (args[0] == "spell")
        {
            var answering = new Answering(KnowledgeIndex.Build(content));
            foreach (var set in new[] { "fit", "exam" })
            {
                var qs = Asked.Read("/tmp/lab/" + set).Where(it => Spelled(it.Text)).ToList();
                foreach (var (way, write) in ChatBot.Knowledge.Tests.Search.Spelled.Ways)
                    Console.WriteLine($"{set} {qs.Count} {way}: first right {100.0 * qs.Count(q => First(answering.Ask(new Question(write(q.Text), Today))) is { } e && q.IsRight(e)) / qs.Count:0.0}");
            }
            return 0;
            static bool Spelled(string t) => new PhraseText(t).HasAccents;
            static Entry? First(Outcome o) => o switch { Outcome.Answer a => a.Best.Entry, Outcome.Choices c => c.Offered[0].Entry, Outcome.NoMatch n => n.Nearest.Count > 0 ? n.Nearest[0].Entry : null, _ => null };
        }
        if (args[0] == "why") { Console.WriteLine(new Answering(KnowledgeIndex.Build(content)).Explain(new Question(args[1], Today))); return 0; }
        if (args[0] == "try") { Lab.Try(args); return 0; }
        if (args[0] == "dump")
        {
            var full = KnowledgeIndex.Build(content, start);
            Lab.Write("/tmp/lab/fit.bin", Asked.Read("/tmp/lab/fit").Select(it => Sample.Of(full, it, 1)));
            Lab.Write("/tmp/lab/dev.bin", Asked.Read("/tmp/lab/dev.tsv").Select(it => Sample.Of(full, it, 1)));
            Lab.Write("/tmp/lab/exam.bin", Asked.Read("/tmp/lab/exam").Select(it => Sample.Of(full, it, 1)));
            if (wordingWeight > 0) Lab.Write("/tmp/lab/wordings.bin", Sample.OfWordings(content, start, 1));
            return 0;
        }
        if (args[0] == "fit")
        {
            for (var round = 0; round < 3; round++)
            {
                var full = KnowledgeIndex.Build(content, start);
                var samples = fitq.Select(it => Sample.Of(full, it, 1)).ToList(); if (wordingWeight > 0) samples.AddRange(Sample.OfWordings(content, start, wordingWeight));
                Console.WriteLine($"samples {samples.Count}, without right {samples.Count(it => !it.Rows.Any(r => r.Right))}");
                var (a, p) = Listwise.Fit(samples, start.Articles, start.Provisions);
                start = start with { Articles = a, Provisions = p };
                Report(content, start, Asked.Read("/tmp/lab/dev.tsv"), "dev");
            }
            Console.WriteLine("[" + string.Join(", ", start.Articles.Select(it => it.ToString("0.00") + "f")) + "],");
            Console.WriteLine("[" + string.Join(", ", start.Provisions.Select(it => it.ToString("0.00") + "f")) + "],");
            var cal = Asked.Read("/tmp/lab/fit");
            if (Directory.Exists("/tmp/lab/exam")) cal = Asked.Read("/tmp/lab/exam");
            var idx = KnowledgeIndex.Build(content, start);
            var pts = cal.Select(q => Conf(idx, q)).Where(it => it.Signs is not null).ToList();
            var (w, b) = Logistic.Fit(pts!);
            Reliability(pts!);
            Console.WriteLine("[" + string.Join(", ", w.Select(it => it.ToString("0.000") + "f")) + $"], {b:0.000}f");
            start = start with { Confidence = w, ConfidenceBase = b };
        }
        Report(content, start, fitq, "fit");
        Report(content, start, Asked.Read("/tmp/lab/dev.tsv"), "dev");
        if (Directory.Exists("/tmp/lab/exam")) Report(content, start, Asked.Read("/tmp/lab/exam"), "exam");
        return 0;
    }

    private static (float[] Signs, bool Right) Conf(KnowledgeIndex index, Asked q)
    {
        var c = index.Content;
        var ev = new Evidence(index, index.Reader.Read(q.Text));
        var order = index.Ranking.Order(ev, i => c.Articles[i].Sensitive is null && Holds(c.Articles[i].InForceFrom, c.Articles[i].InForceUntil), i => c.Provisions[i].InForceOn(Today));
        if (order.Count == 0) return (null!, false);
        return (ConfidenceSigns.Of(order, ev), q.IsRight(order[0].IsProvision ? new Entry.Statute(c.Provisions[order[0].Place]) : new Entry.Ours(c.Articles[order[0].Place])));
    }

    private static void Report(KnowledgeContent content, Ranking ranking, List<Asked> questions, string name)
    {
        var index = KnowledgeIndex.Build(content, ranking);
        var answeringOf = new Answering(index);
        int top1 = 0, top3 = 0, top10 = 0, cand = 0;
        foreach (var q in questions)
        {
            var c = index.Content;
            var ev = new Evidence(index, index.Reader.Read(q.Text));
            var order = ranking.Order(ev, i => c.Articles[i].Sensitive is null && Holds(c.Articles[i].InForceFrom, c.Articles[i].InForceUntil), i => c.Provisions[i].InForceOn(Today));
            var rank = order.ToList().FindIndex(it => q.IsRight(it.IsProvision ? new Entry.Statute(c.Provisions[it.Place]) : new Entry.Ours(c.Articles[it.Place])));
            if (rank != 0 && Environment.GetEnvironmentVariable("MISS") == name)
            {
                Console.WriteLine($"- {q.Text}\n     gold {string.Join(' ', q.Right)} at {rank}");
                foreach (var it in order.Take(3)) { var e = it.IsProvision ? (Entry)new Entry.Statute(c.Provisions[it.Place]) : new Entry.Ours(c.Articles[it.Place]); Console.WriteLine($"     {it.Share:0.00} {e.Id}: {e.Title} [{string.Join(' ', e.Citations.Select(x => x.Article).Take(4))}]"); }
            }
            if (rank == 0) top1++;
            if (rank is >= 0 and < 3) top3++;
            if (rank is >= 0 and < 10) top10++;
            if (rank >= 0) cand++;
        }
        if (Environment.GetEnvironmentVariable("CURVE") is not null)
        {
            var pts = questions.Select(q => (Q: q, C: Conf(index, q))).Where(it => it.C.Signs is not null).Select(it => (it.Q, P: 1 / (1 + Math.Exp(-(ranking.ConfidenceBase + Ranking.Score(it.C.Signs, ranking.Confidence)))), it.C.Right)).OrderByDescending(it => it.P).ToList();
            foreach (var t in new[] { 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9 }) { var a = pts.Where(it => it.P >= t).ToList(); Console.WriteLine($"   >= {t}: answered {100.0 * a.Count / questions.Count:0.0}% right {100.0 * a.Count(it => it.Right) / questions.Count:0.0}% wrong of all {100.0 * a.Count(it => !it.Right) / questions.Count:0.0}%"); }
            if (name != "exam") foreach (var it in pts.Where(it => !it.Right).Take(25)) Console.WriteLine($"   {it.P:0.00} {it.Q.Text} => {string.Join(' ', it.Q.Right.Take(3))} :: {(answeringOf.Ask(new Question(it.Q.Text, Today)) is Outcome.Answer a ? a.Best.Entry.Id : "-")}");
        }
        var answering = new Answering(index);
        int right = 0, among = 0, wrong = 0, choices = 0, none = 0, person = 0;
        foreach (var q in questions)
        {
            switch (answering.Ask(new Question(q.Text, Today)))
            {
                case Outcome.Answer a: if (q.IsRight(a.Best.Entry)) { right++; among++; } else wrong++; break;
                case Outcome.Choices o: choices++; if (o.Offered.Any(it => q.IsRight(it.Entry))) among++; break;
                case Outcome.NoMatch: none++; break;
                case Outcome.Person p: person++; if (p.Article is { } art && q.IsRight(new Entry.Ours(art))) among++; break;
            }
        }
        double P(int n) => 100.0 * n / questions.Count;
        Console.WriteLine($"{name} {questions.Count}: top1 {P(top1):0.0} top3 {P(top3):0.0} top10 {P(top10):0.0} cand {P(cand):0.0} | right {P(right):0.0} among {P(among):0.0} wrong {P(wrong):0.0} choices {choices} none {none} person {person}");
    }

    private static void Reliability(List<(float[] Signs, bool Right)> pts)
    {
        var predicted = new List<(double P, bool Right)>();
        for (var fold = 0; fold < 5; fold++)
        {
            var (w, b) = Logistic.Fit([.. pts.Where((_, i) => i % 5 != fold)]);
            predicted.AddRange(pts.Where((_, i) => i % 5 == fold).Select(it => (1 / (1 + Math.Exp(-(b + Ranking.Score(it.Signs, w)))), it.Right)));
        }
        foreach (var g in predicted.GroupBy(it => Math.Min(9, (int)(it.P * 10))).OrderBy(it => it.Key)) Console.WriteLine($"   {g.Key / 10.0:0.0}: {g.Count()} right {100.0 * g.Count(it => it.Right) / g.Count():0.0}% mean {g.Average(it => it.P):0.00}");
        foreach (var t in new[] { 0.3, 0.4, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8 }) { var a = predicted.Where(it => it.P >= t).ToList(); Console.WriteLine($"   >= {t}: answered {100.0 * a.Count / predicted.Count:0.0}% wrong of all {100.0 * a.Count(it => !it.Right) / predicted.Count:0.0}%"); }
    }
}
