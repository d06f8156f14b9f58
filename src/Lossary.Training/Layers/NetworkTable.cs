using System.Globalization;
using System.Numerics;
using System.Text;

namespace Lossary.Training;

/// <summary>Prints a network.</summary>
internal static class NetworkTable
{
    public static string Of<T>(Network<T> network) where T : unmanaged, IFloatingPointIeee754<T>
    {
        List<(string Layer, string Output, string Parameters)> rows = [("layer", "output", "parameters")];
        int width = network.Inputs;
        rows.Add(("input", $"[batch, {width}]", "0"));
        foreach (Layer<T> layer in network.Layers)
        {
            width = layer.OutputWidth(width);
            int count = layer.Parameters.Sum(parameter => parameter.Shape.Length);
            rows.Add((layer.Name, $"[batch, {width}]", Grouped(count)));
        }

        rows.Add(("total", "", Grouped(network.ParameterCount)));
        int first = rows.Max(row => row.Layer.Length), second = rows.Max(row => row.Output.Length);
        int third = rows.Max(row => row.Parameters.Length);
        StringBuilder text = new();
        foreach ((string layer, string output, string parameters) in rows)
        {
            text.Append(layer.PadRight(first + 2)).Append(output.PadRight(second + 2))
                .Append(parameters.PadLeft(third)).Append('\n');
        }

        return text.ToString();
    }

    private static string Grouped(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
