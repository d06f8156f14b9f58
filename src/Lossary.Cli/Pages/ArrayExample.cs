using System.Globalization;
using System.Text;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Tensors;

namespace Lossary.Cli;

/// <summary>A program that uses a loss of several arrays.</summary>
internal static class ArrayExample
{
    private const int Rows = 4;

    /// <summary>More numbers than these are not written out.</summary>
    private const int MostNumbers = 32;

    /// <summary>More do not fit a page.</summary>
    private const int ValuesOfLine = 10;

    private const int MostPrinted = 6;

    public static LossExample Of(IArrayLoss loss)
    {
        LossInputs<double> drawn = loss.Example(new RandomStream(1), Rows);
        if (drawn.Names.All(name => drawn[name].Values.Length <= MostNumbers))
        {
            LossInputs<double> rounded = Rounded(loss, drawn);
            try
            {
                return new(Written(loss, rounded), Output(loss, rounded));
            }
            catch (ArgumentException)
            {
                // Three decimals are too few for what it owes; its own example has them all.
            }
        }

        return new(Drawn(loss), Output(loss, loss.Example(new RandomStream(1), Rows)));
    }

    private static string Output(IArrayLoss loss, LossInputs<double> inputs)
    {
        double mean = loss.Evaluate(inputs).Mean;
        double[] gradient = [.. inputs[Moved(loss).Name].Gradient[..MostShown(inputs[Moved(loss).Name])]];
        return $"mean {LossExample.Printed(mean)}\ngradient {LossExample.Printed(gradient)}";
    }

    private static LossInputs<double> Rounded(IArrayLoss loss, LossInputs<double> drawn)
    {
        LossInputs<double> rounded = new();
        foreach (InputCard card in loss.Inputs.Where(card => drawn.Find(card.Name) is not null))
        {
            Tensor<double> tensor = drawn[card.Name];
            double[] values = [.. tensor.Values.ToArray().Select(value => Math.Round(value, 3) + 0.0)];
            rounded[card.Name] = card.IsDifferentiable
                ? Tensor<double>.Variable(tensor.Shape, values)
                : new Tensor<double>(tensor.Shape, values);
        }

        return rounded;
    }

    private static string Written(IArrayLoss loss, LossInputs<double> inputs)
    {
        StringBuilder code = new();
        code.Append("using Lossary.Losses;\nusing Lossary.Tensors;\n\n");
        code.Append("LossInputs<double> inputs = new()\n{\n");
        foreach (InputCard card in loss.Inputs.Where(card => inputs.Find(card.Name) is not null))
        {
            Tensor<double> tensor = inputs[card.Name];
            string make = card.IsDifferentiable ? "Tensor<double>.Variable" : "new Tensor<double>";
            string cast = card.IsDifferentiable ? "" : "(double[])";
            code.Append(
                CultureInfo.InvariantCulture,
                $"    [\"{card.Name}\"] = {make}({ShapeOf(tensor.Shape)},{Values(tensor, cast)}),\n");
        }

        code.Append("};\n\n");
        code.Append(CultureInfo.InvariantCulture, $"double mean = {LossCode.New(loss)}.Evaluate(inputs).Mean;\n");
        return code.Append(Ending(loss, inputs)).ToString();
    }

    /// <summary>In one line where they are few, else a line for each sample, or for each row of a large one.</summary>
    private static string Values(Tensor<double> tensor, string cast)
    {
        double[] values = tensor.Values.ToArray();
        string start = cast.Length == 0 ? "" : " " + cast;
        if (values.Length <= ValuesOfLine)
        {
            return $"{(start.Length == 0 ? " " : start)}{LossExample.List(values)}";
        }

        IEnumerable<string> lines = values.Chunk(WidthOf(tensor.Shape))
            .Select(line => $"        {string.Join(", ", line.Select(LossExample.Text))},\n");
        return $"{start}\n    [\n{string.Concat(lines)}    ]";
    }

    /// <summary>As many last axes as fit a line.</summary>
    private static int WidthOf(Shape shape)
    {
        int width = 1;
        for (int axis = shape.Rank - 1; axis >= 0 && width * shape[axis] <= ValuesOfLine; axis--)
        {
            width *= shape[axis];
        }

        return width == 1 ? ValuesOfLine : width;
    }

    private static string Drawn(IArrayLoss loss)
    {
        StringBuilder code = new();
        code.Append("using Lossary.Losses;\nusing Lossary.Numerics;\n\n");
        code.Append(
            CultureInfo.InvariantCulture,
            $"IArrayLoss loss = LossCatalogue.Create<IArrayLoss>(\"{loss.Card.Key}\");\n");
        code.Append(
            CultureInfo.InvariantCulture,
            $"LossInputs<double> inputs = loss.Example(new RandomStream(1), rows: {Rows}); // drawn at random\n\n");
        code.Append("double mean = loss.Evaluate(inputs).Mean;\n");
        return code.Append(Ending(loss, loss.Example(new RandomStream(1), Rows))).ToString();
    }

    private static string Ending(IArrayLoss loss, LossInputs<double> inputs)
    {
        Tensor<double> moved = inputs[Moved(loss).Name];
        int shown = MostShown(moved);
        string part = shown < moved.Values.Length ? $"[..{shown}]" : "";
        return $"double[] gradient = [.. inputs[\"{Moved(loss).Name}\"].Gradient{part}];\n\n{LossExample.Printing}";
    }

    private static InputCard Moved(IArrayLoss loss) => loss.Inputs.First(card => card.IsDifferentiable);

    private static int MostShown(Tensor<double> tensor) => Math.Min(tensor.Values.Length, MostPrinted);

    private static string ShapeOf(Shape shape)
    {
        string extents = string.Join(", ", Enumerable.Range(0, shape.Rank).Select(axis => shape[axis]));
        return shape.Rank <= 4 ? $"new Shape({extents})" : $"new Shape([{extents}])";
    }
}
