using System.Text.Json;

namespace ChatBot.Web.Tests.Channels.Fuzzing;

/// <summary>A member or an element of a JSON body: where it begins, where its value does, and where it ends.</summary>
internal readonly record struct JsonPiece(int Start, int Value, int End)
{
    public bool HasName => Value > Start;

    /// <summary>All pieces of a body, as far as it is JSON; the body itself is one.</summary>
    public static List<JsonPiece> Of(byte[] body)
    {
        var (pieces, open, name) = (new List<JsonPiece>(), new Stack<(int Start, int Value)>(), -1);
        var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 2000 });
        try
        {
            while (reader.Read())
            {
                var start = (int)reader.TokenStartIndex;
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    name = start;
                    continue;
                }

                if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                    open.Push((name < 0 ? start : name, start));
                else if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    pieces.Add(new JsonPiece(open.Peek().Start, open.Pop().Value, (int)reader.BytesConsumed));
                else
                    pieces.Add(new JsonPiece(name < 0 ? start : name, start, (int)reader.BytesConsumed));
                name = -1;
            }
        }
        catch (JsonException)
        {
            // An earlier change: what was found before it is enough.
        }

        return pieces;
    }
}
