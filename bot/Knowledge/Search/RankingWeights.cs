namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [2.91f, 0.46f, 2.63f, 4.79f, -2.28f, 1.42f, 3.42f, 2.99f, 0.05f, 2.49f, 4.07f, 0.81f, 2.79f, 2.28f, 7.23f, 1.32f, -0.75f, 8.62f, -2.08f, 1.02f, 5.78f, -0.64f],
        [9.93f, -0.43f, 5.27f, 7.31f, 5.95f, 0.65f, 15.01f, 0.76f, 0.55f, 2.32f, -1.35f, 12.11f, -2.09f, 3.25f, 0.27f, 0.93f],
        [0.031f, 0.020f, 0.419f, 0.362f, 0.506f, -0.421f, 0.387f, 0.249f, -0.353f, 3.020f, -0.034f, 1.388f, 1.445f, 0.926f],
        -5.357f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = new(
        [4.08f, -0.81f, 4.45f, 2.73f, -2.46f, 0.67f, 2.86f, 2.75f, 1.15f, 2.95f, 4.60f, 2.67f, 2.49f, 1.21f, 14.45f, 1.80f, -0.12f, 9.18f, -1.90f, 0.47f, 3.48f, -0.86f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 3.00f, -1.00f, 9.00f, 2.33f, -0.36f, 1.12f, 0.15f],
        [1.024f, 0.135f, 0.281f, 0.289f, -0.595f, -0.338f, 0.000f, 0.000f, 0.078f, 1.024f, 0.199f, 1.373f, 0.870f, 1.133f],
        -5.801f);
}
