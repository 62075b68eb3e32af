namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [1.95f, 0.90f, 0.82f, 5.44f, -1.41f, -2.93f, 4.67f, 2.05f, 0.31f, 4.37f, 2.71f, 0.66f, 3.77f, 1.70f, 7.43f, 0.04f, -0.85f, 8.75f, -0.86f, 1.26f, 3.37f, 0.34f],
        [9.69f, 1.04f, 5.00f, 4.66f, 5.36f, 2.96f, 15.85f, 1.37f, -1.55f, 1.47f, -1.78f, 12.70f, -4.99f, 3.46f, 1.20f, 0.22f],
        [0.044f, -0.088f, 0.394f, 0.588f, 0.180f, -0.023f, 0.904f, 0.575f, -0.018f, 2.977f, 0.567f, 1.574f, 1.884f, 1.107f],
        -4.806f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = new(
        [2.65f, -0.22f, 2.16f, 3.88f, -3.71f, -1.36f, 2.60f, 2.23f, 0.53f, 4.62f, 4.17f, 2.67f, 2.49f, 1.21f, 17.15f, 0.83f, -1.17f, 9.30f, -1.09f, 0.69f, 3.18f, -0.39f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 3.00f, -1.00f, 9.00f, 2.33f, -0.36f, 1.12f, 0.15f],
        [1.805f, 0.181f, 0.083f, 0.771f, -0.470f, -0.293f, 0.000f, 0.000f, 0.195f, 1.805f, 0.079f, 0.775f, 1.297f, 1.810f],
        -9.547f);
}
