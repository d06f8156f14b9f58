namespace Lossary.Losses.Tests;

public sealed class RelativisticAverageDiscriminatorLossTests() : ArrayLaws<RelativisticAverageDiscriminatorLoss>
{
    [Fact]
    public void Each_sample_is_held_against_the_mean_of_the_others()
    {
        double expected = 0.5 * (Softplus(-(1 - 1)) + Softplus(-(3 - 1)) + Softplus(-(2 - 0)) + Softplus(-(2 - 2)));
        Assert.Equal(expected, ValueOf(Given(("real", [1.0, 3.0]), ("fake", [0.0, 2.0]))), 14);
    }

    private static double Softplus(double x) => Math.Log(1 + Math.Exp(x));
}
