namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [4.52f, 1.17f, 2.85f, 2.78f, -1.13f, 2.04f, 3.03f, 2.98f, -0.00f, 2.22f, 4.41f, 1.37f, 3.11f, 1.93f, 6.19f, 1.83f, -0.71f, 8.33f, -2.81f, 1.00f, 4.73f, -0.66f],
        [10.98f, -0.68f, 5.47f, 6.31f, 5.94f, 0.29f, 11.92f, 1.15f, 0.76f, 2.77f, -1.23f, 11.61f, -1.54f, 2.35f, 0.47f, 1.27f],
        [-0.266f, 0.105f, 0.408f, -0.089f, 0.342f, 0.008f, -0.019f, 0.537f, -0.515f, 2.923f, 0.810f],
        -5.149f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = new(
        [5.34f, 0.10f, 4.28f, 1.99f, -2.24f, 0.84f, 1.56f, 2.96f, 1.05f, 2.47f, 5.53f, 2.67f, 2.49f, 1.21f, 10.34f, 2.08f, -0.12f, 8.53f, -2.59f, 0.51f, 3.00f, -0.87f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 3.00f, -1.00f, 9.00f, 2.33f, -0.36f, 1.12f, 0.15f],
        [0.918f, 0.252f, 0.302f, 0.524f, -0.187f, -0.142f, 0.000f, 0.000f, -0.050f, 0.918f, 1.106f],
        -7.195f);
}
