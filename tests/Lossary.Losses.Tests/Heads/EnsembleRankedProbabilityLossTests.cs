using Lossary.Tensors;

namespace Lossary.Losses.Tests;

public sealed class EnsembleRankedProbabilityLossTests() : ArrayLaws<EnsembleRankedProbabilityLoss>
{
    [Fact]
    public void Three_members_by_all_their_pairs()
    {
        LossInputs<double> inputs = new()
        {
            ["members"] = Numbers(new Shape(1, 3), 5, 1, 2),
            ["target"] = Numbers(new Shape(1), 3),
        };
        Assert.Equal((5.0 / 3) - (0.5 * 2 * (4 + 3 + 1) / 6), ValueOf(inputs), 13);
        double plain = LossCatalogue.Create<IArrayLoss>("crps-ensemble:fair=0").Evaluate(inputs).Mean;
        Assert.Equal((5.0 / 3) - (0.5 * 2 * (4 + 3 + 1) / 9), plain, 13);
    }

    [Fact]
    public void One_member_costs_the_absolute_error()
    {
        LossInputs<double> inputs = new()
        {
            ["members"] = Numbers(new Shape(2, 1), 5, 1),
            ["target"] = Numbers(new Shape(2), 3, 3),
        };
        Assert.Equal(2, ValueOf(inputs), 13);
    }
}
