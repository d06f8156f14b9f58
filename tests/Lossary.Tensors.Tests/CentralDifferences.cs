namespace Lossary.Tensors.Tests;

/// <summary>
/// Holds a tape's gradients against 4th-order central differences of its values, in double precision.
/// </summary>
internal static class CentralDifferences
{
    private const double Step = 1e-3;
    private const double Tolerance = 1e-7;

    /// <summary>
    /// Random numbers for a variable: none closer to 0 than a step reaches, so that kinks there stay out.
    /// </summary>
    public static Tensor<double> Variable(Shape shape, int seed)
    {
        Random random = new(seed);
        double[] values = new double[shape.Length];
        for (int i = 0; i < values.Length; i++)
        {
            double number = (random.NextDouble() * 2) - 1;
            values[i] = number + Math.CopySign(0.01, number);
        }

        return Tensor<double>.Variable(shape, values);
    }

    /// <summary>A scalar of a tensor that weighs each of its elements differently.</summary>
    public static Tensor<double> Weighed(this Tape<double> tape, Tensor<double> tensor)
    {
        Tensor<double> weights = tape.Rent(tensor.Shape);
        for (int i = 0; i < tensor.Shape.Length; i++)
        {
            weights.Values[i] = Math.Cos(i + 1);
        }

        return tape.Sum(tape.Multiply(tensor, weights));
    }

    /// <summary>Fails where a variable's gradient is not the slope of the objective.</summary>
    public static void Check(Func<Tape<double>, Tensor<double>> objective, params Tensor<double>[] variables)
    {
        Tape<double> tape = new();
        foreach (Tensor<double> variable in variables)
        {
            variable.ClearGradient();
        }

        tape.Backward(objective(tape));
        foreach (Tensor<double> variable in variables)
        {
            double[] gradient = variable.Gradient.ToArray();
            for (int i = 0; i < gradient.Length; i++)
            {
                double slope = Slope(tape, objective, variable, i);
                Assert.True(
                    Math.Abs(gradient[i] - slope) <= Tolerance * (1 + Math.Abs(slope)),
                    $"element {i} of {variable.Shape}: the tape says {gradient[i]}, differences say {slope}");
            }
        }
    }

    private static double Slope(
        Tape<double> tape, Func<Tape<double>, Tensor<double>> objective, Tensor<double> variable, int index)
    {
        double centre = variable.Values[index];
        double At(double steps)
        {
            variable.Values[index] = centre + (steps * Step);
            tape.Reset();
            return objective(tape).Scalar;
        }

        double slope = ((8 * (At(1) - At(-1))) - (At(2) - At(-2))) / (12 * Step);
        variable.Values[index] = centre;
        return slope;
    }
}
