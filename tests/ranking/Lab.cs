using ChatBot.Knowledge.Search;

namespace ChatBot.RankingLab;

internal static class Lab
{
    public static void Write(string file, IEnumerable<Sample> samples)
    {
        using var w = new BinaryWriter(File.Create(file));
        foreach (var s in samples)
        {
            w.Write(true); w.Write(s.Weight); w.Write(s.Rows.Length);
            foreach (var (p, row, r) in s.Rows) { w.Write(p); w.Write(r); w.Write(row.Length); foreach (var v in row) w.Write(v); }
        }
        w.Write(false);
    }

    public static List<Sample> Read(string file)
    {
        using var r = new BinaryReader(File.OpenRead(file));
        var all = new List<Sample>();
        while (r.ReadBoolean())
        {
            var weight = r.ReadSingle();
            var rows = new (bool, float[], bool)[r.ReadInt32()];
            for (var i = 0; i < rows.Length; i++)
            {
                var p = r.ReadBoolean(); var right = r.ReadBoolean(); var row = new float[r.ReadInt32()];
                for (var j = 0; j < row.Length; j++) row[j] = r.ReadSingle();
                rows[i] = (p, row, right);
            }
            all.Add(new Sample(weight, rows));
        }
        return all;
    }

    public static void Try(string[] args)
    {
        var words = Read("/tmp/lab/wordings.bin");
        var fit = Read("/tmp/lab/fit.bin");
        var sets = new[] { "fit", "dev", "exam" }.Select(n => (n, Read($"/tmp/lab/{n}.bin"))).ToList();
        var drop = args.Skip(1).Where(a => a.StartsWith('-')).Select(a => a[1..]).ToList();
        foreach (var ww in new[] { 0f, 0.02f, 0.05f })
        {
            var start = (Ranking.WithStatutes.Articles, Ranking.WithStatutes.Provisions);
            var masked = words.Select(s => Mask(s with { Weight = ww }, drop)).Where(_ => ww > 0).Concat(fit.Select(s => Mask(s with { Weight = 1 }, drop))).ToList();
            var (a, p) = Listwise.Fit(masked, start.Item1, start.Item2);
            Console.WriteLine($"ww {ww}: " + string.Join(" | ", sets.Select(s => $"{s.n} {Top(s.Item2.Select(x => Mask(x, drop)).ToList(), (prov, row) => Ranking.Score(row, prov ? p : a))}")));
            if (args.Contains("show")) { for (var i = 0; i < a.Length; i++) Console.WriteLine($"   {(ArticleSign)i} {a[i]:0.00}"); for (var i = 0; i < p.Length; i++) Console.WriteLine($"   {(ProvisionSign)i} {p[i]:0.00}"); }
        }
    }

    public static Sample Mask(Sample s, List<string> drop)
    {
        if (drop.Count == 0) return s;
        var da = drop.Where(d => Enum.TryParse<ArticleSign>(d, out _)).Select(d => (int)Enum.Parse<ArticleSign>(d)).ToList();
        var dp = drop.Where(d => Enum.TryParse<ProvisionSign>(d, out _)).Select(d => (int)Enum.Parse<ProvisionSign>(d)).ToList();
        return s with { Rows = [.. s.Rows.Select(x => { var row = (float[])x.Row.Clone(); foreach (var d in x.IsProvision ? dp : da) row[d] = 0; return (x.IsProvision, row, x.Right); })] };
    }

    public static string Top(List<Sample> set, Func<bool, float[], double> score)
    {
        int t1 = 0, t3 = 0; double ll = 0;
        foreach (var s in set)
        {
            var order = s.Rows.Select(x => (S: score(x.IsProvision, x.Row), x.Right)).OrderByDescending(x => x.S).ToList();
            if (order.Count == 0) continue;
            if (order[0].Right) t1++;
            if (order.Take(3).Any(x => x.Right)) t3++;
            var top = order[0].S; var all = order.Sum(x => Math.Exp(x.S - top)); ll += Math.Log((order.Where(x => x.Right).Sum(x => Math.Exp(x.S - top)) / all) + 1e-6);
        }
        return $"{100.0 * t1 / set.Count:0.0}/{100.0 * t3 / set.Count:0.0} ll {ll / set.Count:0.000}";
    }
}
