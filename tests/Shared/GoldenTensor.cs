using System.Globalization;
using System.Text.Json;

namespace Lossary.Tests.Shared;

/// <summary>A tensor of the golden corpus, row by row; a scalar has no shape.</summary>
/// <param name="Shape">Its extents.</param>
/// <param name="Data">Its numbers; for float32 each is a float.</param>
internal sealed record GoldenTensor(int[] Shape, double[] Data)
{
    /// <summary>The numbers in single precision.</summary>
    public float[] Narrow => [.. Data.Select(x => (float)x)];

    /// <summary>The only number of a scalar.</summary>
    public double Scalar =>
        Data.Length == 1 ? Data[0] : throw new InvalidOperationException($"{Data.Length} numbers, not one.");

    /// <summary>Reads a tensor, or a bare number.</summary>
    public static GoldenTensor Parse(JsonElement element) => element.ValueKind == JsonValueKind.Object
        ? new(
            [.. element.GetProperty("shape").EnumerateArray().Select(e => e.GetInt32())],
            [.. element.GetProperty("data").EnumerateArray().Select(Number)])
        : new([], [Number(element)]);

    /// <summary>Every number and tensor below an element, by its path: <c>value.mean</c>, <c>grads[1]</c>.</summary>
    /// <param name="element">An object of tensors, numbers, lists and such objects.</param>
    /// <param name="except">Keys to leave out.</param>
    public static Dictionary<string, GoldenTensor> Flatten(JsonElement element, IReadOnlyCollection<string> except)
    {
        Dictionary<string, GoldenTensor> found = [];
        Collect(element, "");
        return found;

        void Collect(JsonElement at, string path)
        {
            if (at.ValueKind == JsonValueKind.Array)
            {
                foreach ((int index, JsonElement item) in at.EnumerateArray().Index())
                {
                    Collect(item, $"{path}[{index}]");
                }
            }
            else if (at.ValueKind != JsonValueKind.Object || at.TryGetProperty("data", out _))
            {
                found.Add(path, Parse(at));
            }
            else
            {
                foreach (JsonProperty property in at.EnumerateObject().Where(IsWanted))
                {
                    Collect(property.Value, path.Length == 0 ? property.Name : $"{path}.{property.Name}");
                }
            }
        }

        bool IsWanted(JsonProperty property) =>
            property.Value.ValueKind != JsonValueKind.Null && !except.Contains(property.Name);
    }

    /// <summary>Reads a number; NaN and the infinities are text in the files, flags are 0 and 1.</summary>
    public static double Number(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => double.Parse(element.GetString()!, NumberStyles.Float, CultureInfo.InvariantCulture),
        JsonValueKind.True => 1,
        JsonValueKind.False => 0,
        _ => element.GetDouble(),
    };
}
