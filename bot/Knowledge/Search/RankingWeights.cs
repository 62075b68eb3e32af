namespace ChatBot.Knowledge.Search;

// Written by `dotnet run --project tests/ranking -- fit`.
internal sealed partial record Ranking
{
    /// <summary>With imported statutes.</summary>
    public static readonly Ranking WithStatutes = new(
        [4.49f, 1.08f, 2.98f, 2.58f, -1.34f, 1.96f, 2.93f, 2.98f, 0.09f, 2.19f, 4.51f, 1.47f, 3.06f, 1.90f, 6.14f, 2.06f, -0.79f, 8.33f, -2.87f, 1.10f, 4.87f, -0.85f],
        [10.92f, -0.68f, 5.40f, 6.24f, 5.93f, 0.22f, 11.93f, 1.18f, 0.79f, 2.78f, -1.24f, 11.58f, -1.53f, 2.26f, 0.45f, 1.20f],
        [0.311f, 0.096f, 0.372f, -0.044f, 0.308f, 0.126f, 0.133f, 0.613f, -0.916f, 2.904f, 0.696f],
        -4.781f);

    /// <summary>With our own articles only.</summary>
    public static readonly Ranking Alone = new(
        [5.32f, 0.05f, 4.48f, 1.81f, -2.44f, 0.74f, 1.39f, 2.96f, 1.14f, 2.49f, 5.66f, 2.67f, 2.49f, 1.21f, 10.31f, 2.32f, -0.21f, 8.49f, -2.62f, 0.54f, 3.01f, -1.07f],
        [10.33f, 2.03f, 4.47f, 4.95f, 5.68f, 0.84f, 6.00f, 1.30f, 0.99f, 3.00f, -1.00f, 9.00f, 2.33f, -0.36f, 1.12f, 0.15f],
        [1.131f, 0.230f, 0.252f, 0.569f, -0.209f, 0.163f, 0.000f, 0.000f, -0.094f, 1.131f, 1.105f],
        -7.138f);
}
