using System.Globalization;
using System.Numerics;
using System.Text;
using Lossary.Tensors;

namespace Lossary.Training;

/// <summary>Prints a network.</summary>
internal static class NetworkTable
{
    public static string Of<T>(Network<T> network) where T : unmanaged, IFloatingPointIeee754<T>
    {
        List<(string Layer, string Output, string Parameters)> rows =
        [
            ("layer", "output", "parameters"),
            ("input", Batch(network.InputShape), "0"),
        ];
        Add(rows, network.Layers, network.InputShape, "");
        rows.Add(("total", "", Grouped(network.ParameterCount)));
        int first = rows.Max(row => row.Layer.Length), second = rows.Max(row => row.Output.Length);
        int third = rows.Max(row => row.Parameters.Length);
        StringBuilder text = new();
        foreach ((string layer, string output, string parameters) in rows)
        {
            string row = layer.PadRight(first + 2) + output.PadRight(second + 2) + parameters.PadLeft(third);
            text.Append(row.TrimEnd()).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// One row a layer; inner layers stand indented under theirs, with shapes where they run in a chain.
    /// </summary>
    private static void Add<T>(
        List<(string Layer, string Output, string Parameters)> rows, IReadOnlyList<Layer<T>> layers, Shape? shape,
        string indent)
        where T : unmanaged, IFloatingPointIeee754<T>
    {
        foreach (Layer<T> layer in layers)
        {
            Shape? output = shape is Shape input ? layer.OutputShape(input) : null;
            int count = layer.Parameters.Sum(parameter => parameter.Shape.Length);
            rows.Add((
                indent + layer.Name,
                output is Shape known ? Batch(known) : "",
                count == 0 && layer.Inner.Count > 0 ? "" : Grouped(count)));
            Add(rows, layer.Inner, layer.IsChain ? shape : null, indent + "  ");
            shape = output;
        }
    }

    private static string Batch(Shape sample) => $"[batch, {sample.ToString()[1..]}";

    private static string Grouped(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
