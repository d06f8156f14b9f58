using System.Text.Json;
using Lossary.Tests.Shared;

namespace Lossary.Conformance;

/// <summary>What an optimizer minimises: a value and a gradient at each point.</summary>
/// <param name="Value">The objective.</param>
/// <param name="Gradient">Its gradient, at a step's number.</param>
internal sealed record OptimizerProblem(Func<double[], double> Value, Func<double[], int, double[]> Gradient)
{
    /// <summary>The problem that a case names.</summary>
    public static OptimizerProblem Of(GoldenCase golden) =>
        (golden.TryArgument("problem", out JsonElement name) ? name.GetString() : "") switch
        {
            "rosenbrock" => new(Rosenbrock, (x, _) => RosenbrockGradient(x)),
            "quadratic" => Quadratic(golden.Inputs["A"].Data, golden.Inputs["b"].Data),
            _ => Given(golden.Inputs["grads"].Data),
        };

    private static double Rosenbrock(double[] x)
    {
        double rest = 1 - x[0], valley = x[1] - (x[0] * x[0]);
        return (rest * rest) + (100 * valley * valley);
    }

    private static double[] RosenbrockGradient(double[] x)
    {
        double valley = x[1] - (x[0] * x[0]);
        return [(-2 * (1 - x[0])) - (400 * x[0] * valley), 200 * valley];
    }

    /// <summary>½ x'Ax − b'x.</summary>
    private static OptimizerProblem Quadratic(double[] matrix, double[] shift)
    {
        return new(
            x => x.Zip(Product(x), shift).Sum(at => at.First * ((0.5 * at.Second) - at.Third)),
            (x, _) => [.. Product(x).Zip(shift, (product, b) => product - b)]);

        double[] Product(double[] x) =>
            [.. matrix.Chunk(x.Length).Select(row => row.Zip(x, (a, value) => a * value).Sum())];
    }

    private static OptimizerProblem Given(double[] gradients) =>
        new(_ => double.NaN, (x, step) => gradients[(step * x.Length)..((step + 1) * x.Length)]);
}
