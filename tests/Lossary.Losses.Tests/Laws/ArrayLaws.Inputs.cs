using System.Globalization;
using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <content>Inputs written out in a test.</content>
public abstract partial class ArrayLaws<TLoss>
{
    /// <summary>Inputs of the given numbers, each in one row, or in rows of a last axis of fixed extent.</summary>
    protected static LossInputs<double> Given(params ReadOnlySpan<(string Name, double[] Values)> inputs)
    {
        LossInputs<double> given = new();
        foreach ((string name, double[] values) in inputs)
        {
            InputCard card = TLoss.Inputs.Single(card => card.Name == name);
            Shape shape = int.TryParse(card.Shape.Split(", ")[^1], CultureInfo.InvariantCulture, out int width)
                ? new Shape(values.Length / width, width)
                : new Shape(values.Length);
            given[name] = card.IsDifferentiable
                ? new Tensor<double>(shape, values, new double[values.Length])
                : new Tensor<double>(shape, values);
        }

        return given;
    }

    /// <summary>Numbers of a shape, row by row, that nothing is differentiated by.</summary>
    protected static Tensor<double> Numbers(Shape shape, params ReadOnlySpan<double> values) => new(shape, values.ToArray());

    /// <summary>What one sample costs; each input is one number.</summary>
    protected double CostOf(params ReadOnlySpan<(string Name, double Value)> inputs)
    {
        LossInputs<double> given = new();
        foreach ((string name, double value) in inputs)
        {
            given[name] = new Tensor<double>(new Shape(1), new double[] { value });
        }

        return ValueOf(given);
    }
}
