using Lossary.Tensors;

namespace Lossary.Losses.Tests;

/// <summary>Inputs written down in a test.</summary>
internal static class TestInputs
{
    /// <summary>An input that a gradient is wanted for.</summary>
    public static Tensor<double> Variable(ReadOnlySpan<int> extents, params double[] values) =>
        Tensor<double>.Variable(new Shape(extents), values);

    /// <summary>An input that none is wanted for.</summary>
    public static Tensor<double> Constant(ReadOnlySpan<int> extents, params double[] values) =>
        new(new Shape(extents), values);

    /// <summary>Two vectors, of which the first is a variable.</summary>
    public static LossInputs<double> Pair(string variable, double[] values, string constant, double[] others) => new()
    {
        [variable] = Variable([values.Length], values),
        [constant] = Constant([others.Length], others),
    };

    /// <summary>One row of two classes: shares of 1/4 and 3/4, and a teacher who does not know.</summary>
    public static LossInputs<double> StudentAndTeacher() => new()
    {
        ["student"] = Variable([1, 2], 0, Math.Log(3)),
        ["teacher"] = Constant([1, 2], 0, 0),
    };
}
