namespace Lossary.Training.Tests;

/// <summary>Besides PyTorch's walks, which the conformance program follows step by step.</summary>
public sealed class LbfgsTests
{
    [Fact]
    public void The_curved_valley_is_walked_down_to_the_last_digits()
    {
        Lbfgs<double> search = new() { MaxIterations = 100, MaxEvaluations = 200, ChangeTolerance = 0 };
        double[] x = [-1.2, 1];
        Assert.Equal(24.2, search.Step(x, Rosenbrock), 12);
        Assert.Equal(1, x[0], 1e-7);
        Assert.Equal(1, x[1], 1e-7);

        // Gradient descent takes thousands.
        Assert.InRange(search.Evaluations, 10, 100);
    }

    [Fact]
    public void Floats_reach_the_same_place()
    {
        Lbfgs<float> search = new() { MaxIterations = 100, MaxEvaluations = 200 };
        float[] x = [-1.2f, 1];
        search.Step(x, (at, gradient) =>
        {
            double[] wide = new double[2];
            double value = Rosenbrock([at[0], at[1]], wide);
            (gradient[0], gradient[1]) = ((float)wide[0], (float)wide[1]);
            return value;
        });
        Assert.All(x, number => Assert.Equal(1, number, 1e-3));
    }

    [Fact]
    public void A_step_beyond_what_the_objective_allows_is_shortened()
    {
        // −x − 0.01 ln(1 − x), not a number from 1 on; least at 0.99. The first try is 1.98.
        Lbfgs<double> search = new(2);
        double[] x = [0];
        bool wasOutside = false;
        search.Step(x, (at, gradient) =>
        {
            wasOutside |= at[0] > 1;
            gradient[0] = -1 + (0.01 / (1 - at[0]));
            return -at[0] - (0.01 * Math.Log(1 - at[0]));
        });
        Assert.True(wasOutside);
        Assert.Equal(0.99, x[0], 1e-8);
    }

    [Fact]
    public void Steps_go_on_where_the_last_one_ended()
    {
        Lbfgs<double> atOnce = new() { MaxIterations = 12, MaxEvaluations = 1000 };
        Lbfgs<double> inParts = new() { MaxIterations = 1, MaxEvaluations = 1000 };
        double[] x = [-1.2, 1], y = [-1.2, 1];
        atOnce.Step(x, Rosenbrock);
        for (int i = 0; i < 12; i++)
        {
            inParts.Step(y, Rosenbrock);
        }

        Assert.Equal(x, y);
        Assert.Equal(12, inParts.Iterations);
    }

    [Fact]
    public void Nothing_moves_where_nothing_pulls()
    {
        double[] x = [1, 1];
        Lbfgs<double> search = new();
        Assert.Equal(0, search.Step(x, Rosenbrock));
        Assert.Equal([1, 1], x);
        Assert.Equal(0, search.Iterations);
    }

    [Fact]
    public void What_is_wrong_is_named()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs<double>(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs<double> { HistorySize = 0 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new Lbfgs<double> { ChangeTolerance = double.NaN });
        Assert.Throws<ArgumentNullException>(() => new Lbfgs<double>().Step([1], null!));
        Lbfgs<double> search = new();
        search.Step([0, 0], Rosenbrock);
        ArgumentException refused = Assert.Throws<ArgumentException>(() => search.Step([0, 0, 0], Rosenbrock));
        Assert.Contains("parameters has 3 elements, the first step had 2.", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>(1 − x)² + 100 (y − x²)², by H. H. Rosenbrock, 1960.</summary>
    private static double Rosenbrock(ReadOnlySpan<double> at, Span<double> gradient)
    {
        double valley = at[1] - (at[0] * at[0]), rest = 1 - at[0];
        gradient[0] = (-2 * rest) - (400 * at[0] * valley);
        gradient[1] = 200 * valley;
        return (rest * rest) + (100 * valley * valley);
    }
}
