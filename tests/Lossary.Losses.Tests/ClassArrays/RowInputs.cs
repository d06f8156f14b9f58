using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Rows of scores by hand.</summary>
internal static class RowInputs
{
    /// <summary>One row with a class.</summary>
    public static LossInputs<double> Of(double[] scores, int target, params (string Name, double[] Numbers)[] others)
    {
        LossInputs<double> inputs = new()
        {
            ["score"] = Tensor<double>.Variable(new Shape(1, scores.Length), scores),
            ["target"] = new Tensor<double>(new Shape(1), new double[] { target }),
        };
        foreach ((string name, double[] numbers) in others)
        {
            bool isSquare = numbers.Length == scores.Length * scores.Length;
            Shape shape = isSquare ? new Shape(scores.Length, scores.Length) : new Shape(numbers.Length);
            inputs[name] = new Tensor<double>(shape, numbers);
        }

        return inputs;
    }

    /// <summary>One row with labels.</summary>
    public static LossInputs<double> OfLabels(double[] scores, params double[] labels) => new()
    {
        ["score"] = Tensor<double>.Variable(new Shape(1, scores.Length), scores),
        ["label"] = new Tensor<double>(new Shape(1, scores.Length), labels),
    };

    /// <summary>Two distributions.</summary>
    public static LossInputs<double> OfShares(double[] prediction, double[] target) => new()
    {
        ["prediction"] = Tensor<double>.Variable(new Shape(1, prediction.Length), prediction),
        ["target"] = Tensor<double>.Variable(new Shape(1, target.Length), target),
    };
}
