namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [6.65f, 1.92f, 1.66f, -0.05f, 0.30f, 2.58f, 2.90f, 2.31f, 1.61f, 1.21f, 5.61f, 2.67f, 2.49f, 1.21f, 4.00f, 1.5f, 0.3f, 0.51f, 0.38f, 0.18f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 1.97f, 6.84f, 2.33f, -0.36f, 1.12f, 0.15f],
        [-0.759f, 0.104f, 0.384f, 1.622f, -0.943f, 1.345f, 0.019f, 0.010f, -0.209f, 3.123f, 0.304f],
        -3.807f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = WithStatutes;
}
