namespace Lossary.Losses.Tests;

public sealed class TruncatedGaussianLossTests() : ArrayLaws<TruncatedGaussianLoss>
{
    /// <summary>Targets lie above their bounds.</summary>
    protected override LossInputs<double> Example(ulong seed)
    {
        LossInputs<double> inputs = base.Example(seed);
        for (int i = 0; i < inputs["target"].Shape.Length; i++)
        {
            inputs["target"].Values[i] = inputs["bound"].Values[i] + Math.Abs(inputs["target"].Values[i]);
        }

        return inputs;
    }

    [Fact]
    public void Half_a_distribution_is_twice_as_dense()
    {
        double expected = 0.5 + (0.5 * Math.Log(2 * Math.PI)) - Math.Log(2);
        Assert.Equal(expected, CostOf(("mean", 0), ("log-scale", 0), ("target", 1)), 13);
    }

    [Fact]
    public void A_bound_far_below_changes_nothing()
    {
        double expected = 1.125 + Math.Log(2) + (0.5 * Math.Log(2 * Math.PI));
        double found = CostOf(("mean", 1), ("log-scale", Math.Log(2)), ("target", 4), ("bound", -1000));
        Assert.Equal(expected, found, 13);
    }
}
