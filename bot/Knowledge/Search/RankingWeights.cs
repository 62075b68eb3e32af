namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [6.13f, 1.47f, 2.64f, 0.97f, -0.26f, 2.91f, 3.33f, 2.06f, 0.98f, 0.81f, 4.31f, 3.95f, 3.80f, 0.00f, 4.00f, 0.32f, 0.45f, 8.00f, -2.33f, 1.13f, 3.53f, 0.13f],
        [14.52f, 1.32f, 5.35f, 5.48f, 5.97f, 1.01f, 6.00f, 1.30f, 1.05f, 2.98f, -1.09f, 9.00f, -0.33f, -0.27f, 1.46f, 0.35f],
        [0.800f, 0.128f, 0.140f, 1.748f, -1.030f, 0.108f, -0.289f, 0.011f, -0.521f, 2.380f, 0.340f],
        -3.508f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = new(
        [6.79f, 1.04f, 4.11f, 0.68f, -2.42f, 1.43f, 1.24f, 2.29f, 0.46f, 1.83f, 6.75f, 2.67f, 2.49f, 1.21f, 4.00f, 0.13f, 0.75f, 8.01f, -2.03f, 0.48f, 2.17f, 0.18f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 3.00f, -1.00f, 9.00f, 2.33f, -0.36f, 1.12f, 0.15f],
        [1.407f, 0.120f, 0.034f, 2.395f, -1.076f, 1.058f, 0.000f, 0.000f, -0.280f, 1.407f, 0.398f],
        -3.476f);
}
