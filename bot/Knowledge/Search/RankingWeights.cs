namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [1.57f, 0.92f, 0.92f, 5.31f, -1.46f, -3.34f, 5.14f, 2.06f, 0.28f, 4.48f, 2.82f, 0.80f, 3.88f, 1.65f, 7.49f, 0.02f, -0.83f, 8.76f, -0.83f, 1.30f, 3.36f, 0.41f],
        [9.71f, 0.88f, 4.99f, 4.35f, 5.36f, 3.32f, 16.02f, 1.37f, -1.57f, 1.36f, -1.85f, 12.82f, -5.30f, 3.48f, 1.14f, 0.13f],
        [-0.035f, -0.086f, 0.381f, 0.573f, 0.108f, 0.040f, 0.945f, 0.745f, 0.032f, 3.008f, 0.555f, 1.647f, 1.806f, 1.171f],
        -4.979f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = new(
        [2.23f, -0.14f, 2.22f, 3.81f, -4.05f, -1.43f, 2.96f, 2.39f, 0.37f, 4.60f, 4.39f, 2.67f, 2.49f, 1.21f, 17.65f, 0.85f, -1.25f, 9.31f, -1.02f, 0.72f, 3.19f, -0.39f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 3.00f, -1.00f, 9.00f, 2.33f, -0.36f, 1.12f, 0.15f],
        [1.884f, 0.189f, 0.067f, 0.596f, -0.595f, -0.245f, 0.000f, 0.000f, 0.202f, 1.884f, 0.098f, 0.922f, 1.182f, 1.812f],
        -9.622f);
}
