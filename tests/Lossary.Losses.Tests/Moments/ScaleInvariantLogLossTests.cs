namespace Lossary.Losses.Tests;

public sealed class ScaleInvariantLogLossTests() : ArrayLaws<ScaleInvariantLogLoss>
{
    [Fact]
    public void A_common_factor_is_forgiven_by_its_share()
    {
        // d = ln 2 for both: (1 - lambda) (ln 2)^2.
        LossInputs<double> inputs = TestInputs.Pair("prediction", [2, 6], "target", [1, 3]);
        double square = Math.Log(2) * Math.Log(2);
        Assert.Equal(0.5 * square, ValueOf(inputs), 14);
        Assert.Equal(0, new ScaleInvariantLogLoss(1).Evaluate(inputs).Mean, 14);
        Assert.Equal(square, new ScaleInvariantLogLoss(0).Evaluate(inputs).Mean, 14);
    }

    [Fact]
    public void It_is_the_published_form()
    {
        // mean d^2 - lambda (mean d)^2 with d = (ln 2, ln 1, ln 3).
        double[] d = [Math.Log(2), 0, Math.Log(3)];
        double mean = d.Average(), expected = d.Average(x => x * x) - (0.85 * mean * mean);
        LossInputs<double> inputs = TestInputs.Pair("prediction", [2, 5, 3], "target", [1, 5, 1]);
        Assert.Equal(expected, new ScaleInvariantLogLoss(0.85).Evaluate(inputs).Mean, 14);
    }
}
