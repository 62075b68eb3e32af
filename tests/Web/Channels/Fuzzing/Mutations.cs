using System.Text;
using CsCheck;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

/// <summary>What may happen to a body: one change, of bytes or of pieces of JSON. A body that has no such place stays as it is.</summary>
internal delegate byte[] Mutation(byte[] body);

/// <summary>The changes that matter to whoever reads a stranger's JSON.</summary>
internal static class Mutations
{
    /// <summary>Values of other types, numbers nobody counts to, halves of letters, bytes that are no text, and what a careless reader trips over.</summary>
    private static readonly byte[][] Strange =
    [
        .. new[]
        {
            "null", "true", "false", "0", "-1", "1e999", "-0.0", "9223372036854775808", "253402300799999", "253402300800", "123456789012345678901234567890", "0.1", "\"\"", "[]", "{}", "[null]", "[[]]", "[{}]", "{\"id\":7}",
            "\"\\ud83d\"", "\"\\udc00\\ud83d\"", "\"\\ufffe\"", "\"\\uffff\"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\u202e\"", "\"#chi-tiet:\"", "\"2026-02-30T99:00:00Z\"", "\"0001-01-01T00:00:00+14:00\"", "\"1e5\"", "\"-1\"", "\" \"", "\"page\"", "\"message\"", "\"expectReplies\"",
            "\\ud83d", "\\udc00", "\\u0000", "\\ufffe", "\\u0074ext", "\\", "\"", ",", ":", "{", "}", "[", "]", "//", "/**/", "\0", "\uFEFF", "\uFFFE", "\u0301", "😀",
        }.Select(Encoding.UTF8.GetBytes),
        [0xC3, 0x28], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0x80], [0xC0, 0x80], [0x22, 0xD0, 0x22],
    ];

    /// <summary>What long texts are made of: plain, decomposed, accents in the wrong order without end, halves of pairs, escapes, whole pairs.</summary>
    private static readonly byte[][] Letters = [.. new[] { "a", "ệ", "e\u0323\u0302", "\u0301\u0323", "\\u0301\\u0323", "\\ud83d", "\\n", "😀", " ", "7", "\\u0000", "\u200b" }.Select(Encoding.UTF8.GetBytes)];

    private static readonly Gen<Mutation> Flip = Gen.Select(Gen.UInt, Gen.Byte, (place, value) => new Mutation(body => Replaced(body, At(body, place), body.Length > 0 ? 1 : 0, [value])));

    private static readonly Gen<Mutation> FlipBit = Gen.Select(Gen.UInt, Gen.Int[0, 7], (place, bit) =>
        new Mutation(body => body.Length == 0 ? body : Replaced(body, At(body, place), 1, [(byte)(body[At(body, place)] ^ (1 << bit))])));

    private static readonly Gen<Mutation> Insert = Gen.Select(Gen.UInt, Gen.Byte.Array[1, 8], (place, bytes) => new Mutation(body => Replaced(body, At(body, place), 0, bytes)));

    private static readonly Gen<Mutation> Delete = Gen.Select(Gen.UInt, Gen.Int[1, 64], (place, many) => new Mutation(body => Replaced(body, At(body, place), many, [])));

    private static readonly Gen<Mutation> Truncate = Gen.UInt.Select(place => new Mutation(body => body[..At(body, place)]));

    private static readonly Gen<Mutation> Duplicate = Gen.Select(Gen.UInt, Gen.UInt, Gen.Int[1, 400], (from, to, many) => new Mutation(body => Replaced(body, At(body, to), 0, Slice(body, from, many))));

    private static readonly Gen<Mutation> PutSomewhere = Gen.Select(Gen.UInt, Any(Strange), (place, strange) => new Mutation(body => Replaced(body, At(body, place), 0, strange)));

    private static readonly Gen<Mutation> PutForValue = OnPiece(Any(Strange), (body, piece, strange) => Replaced(body, piece.Value, piece.End - piece.Value, strange));

    // Right behind the quotation mark of a text or of a name.
    private static readonly Gen<Mutation> PutInside = OnPiece(Any(Strange), (body, piece, strange) => Replaced(body, Math.Min(piece.Start + 1, body.Length), 0, strange));

    private static readonly Gen<Mutation> Drop = OnPiece(Gen.Const(0), (body, piece, _) => Replaced(body, piece.Start, piece.End - piece.Start + (piece.End < body.Length && body[piece.End] == ',' ? 1 : 0), []));

    private static readonly Gen<Mutation> Move = Gen.Select(Gen.UInt, Gen.UInt, (from, to) => new Mutation(body =>
        Pick(body, from) is { } source && Pick(body, to) is { } target ? Replaced(body, target.Value, target.End - target.Value, body[source.Value..source.End]) : body));

    /// <param name="seeds">Pieces of which get into each other's bodies.</param>
    /// <param name="largest">Bytes of the largest body its reader takes; now and then one more.</param>
    public static Gen<Mutation> Of(IReadOnlyList<byte[]> seeds, int largest)
    {
        var sizes = Gen.Frequency((500, Gen.Int[1, 3000]), (1, Gen.Int[largest / 2, largest + 1]));
        var other = Any(seeds);
        return Gen.Frequency(
            (4, Flip), (2, FlipBit), (2, Insert), (2, Delete), (1, Truncate), (2, Duplicate),
            (4, PutSomewhere), (8, PutForValue), (4, PutInside), (2, Drop), (3, Move),
            (1, Gen.Select(Gen.UInt, Gen.UInt, Gen.Int[1, 400], other, (from, to, many, it) => new Mutation(body => Replaced(body, At(body, to), 0, Slice(it, from, many))))),
            (3, Gen.Select(Gen.UInt, Gen.UInt, other, (from, to, it) => new Mutation(body => Pick(it, from) is { } source && Pick(body, to) is { } target ? Replaced(body, target.Value, target.End - target.Value, it[source.Value..source.End]) : body))),
            (2, OnPiece(Gen.Select(Any(Letters), sizes), (body, piece, it) => Lengthened(body, piece, it.Item1, it.Item2))),
            (2, OnPiece(sizes, (body, piece, size) => Repeated(body, piece, size))),
            (2, OnPiece(Gen.Select(Gen.Bool, Gen.OneOf(Gen.Int[60, 66], sizes)), (body, piece, it) => Nested(body, piece, it.Item1, it.Item2))));
    }

    public static Gen<byte[]> Any(IReadOnlyList<byte[]> of) => Gen.Int[0, of.Count - 1].Select(it => of[it]);

    // A text of so many bytes altogether, in the place of a value.
    private static byte[] Lengthened(byte[] body, JsonPiece piece, byte[] letter, int size)
    {
        var many = Math.Max(1, (size - body.Length + piece.End - piece.Value - 2) / letter.Length);
        return Replaced(body, piece.Value, piece.End - piece.Value, [(byte)'"', .. Times(letter, size < 4000 ? size / letter.Length : many), (byte)'"']);
    }

    private static byte[] Repeated(byte[] body, JsonPiece piece, int size)
    {
        byte[] again = [.. body[piece.Start..piece.End], (byte)','];
        return Replaced(body, piece.Start, 0, Times(again, Math.Max(0, size - body.Length) / again.Length));
    }

    private static byte[] Nested(byte[] body, JsonPiece piece, bool isObject, int size)
    {
        var (open, close) = isObject ? ("{\"a\":"u8.ToArray(), "}"u8.ToArray()) : ("["u8.ToArray(), "]"u8.ToArray());
        var deep = size < 4000 ? size : Math.Max(0, size - body.Length) / (open.Length + close.Length);
        return Replaced(body, piece.Value, piece.End - piece.Value, [.. Times(open, deep), .. body[piece.Value..piece.End], .. Times(close, deep)]);
    }

    private static Gen<Mutation> OnPiece<T>(Gen<T> with, Func<byte[], JsonPiece, T, byte[]> change) =>
        Gen.Select(Gen.UInt, with, (which, it) => new Mutation(body => Pick(body, which) is { } piece ? change(body, piece, it) : body));

    private static JsonPiece? Pick(byte[] body, uint which) => JsonPiece.Of(body) is { Count: > 0 } pieces ? pieces[(int)(which % pieces.Count)] : null;

    private static int At(byte[] body, uint place) => body.Length == 0 ? 0 : (int)(place % body.Length);

    private static byte[] Slice(byte[] body, uint from, int many) => body[At(body, from)..Math.Min(body.Length, At(body, from) + many)];

    private static byte[] Replaced(byte[] body, int place, int many, ReadOnlySpan<byte> with) =>
        [.. body.AsSpan(0, place), .. with, .. body.AsSpan(Math.Min(body.Length, place + many))];

    private static byte[] Times(byte[] piece, int many)
    {
        var whole = new byte[piece.Length * Math.Max(0, many)];
        for (var i = 0; i < whole.Length; i += piece.Length)
            piece.CopyTo(whole, i);
        return whole;
    }
}
