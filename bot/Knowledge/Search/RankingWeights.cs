namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [5.25f, 1.32f, 2.86f, 1.89f, -0.96f, 2.09f, 2.89f, 3.57f, -0.13f, 1.66f, 4.06f, 2.00f, 3.51f, 1.52f, 5.61f, 2.30f, -0.32f, 8.25f, -2.76f, 1.26f, 4.18f, -0.47f],
        [11.78f, -0.45f, 5.45f, 6.03f, 5.96f, 0.43f, 9.95f, 1.36f, 0.77f, 2.87f, -1.18f, 11.23f, -1.20f, 1.46f, 0.70f, 0.97f],
        [0.671f, 0.011f, 0.297f, 0.193f, 0.706f, 0.181f, 0.242f, 0.447f, -0.458f, 3.355f, 0.463f],
        -3.797f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = new(
        [5.96f, 0.43f, 4.27f, 1.40f, -2.40f, 0.73f, 1.07f, 3.51f, 0.72f, 2.14f, 5.53f, 2.67f, 2.49f, 1.21f, 8.37f, 2.46f, 0.19f, 8.32f, -2.54f, 0.70f, 2.34f, -0.80f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 3.00f, -1.00f, 9.00f, 2.33f, -0.36f, 1.12f, 0.15f],
        [1.246f, 0.169f, 0.162f, 0.950f, -0.345f, 0.440f, 0.000f, 0.000f, -0.261f, 1.246f, 1.006f],
        -5.818f);
}
