namespace Lossary.Losses.Tests;

public sealed class HellingerLossTests() : ArrayLaws<HellingerLoss>
{
    [Fact]
    public void Distributions_without_overlap_are_1_apart_and_equal_ones_0()
    {
        Assert.Equal(1, Subject.Evaluate(RowInputs.OfShares([1, 1e-300], [1e-300, 1])).Mean, 1e-14);
        LossInputs<double> equal = RowInputs.OfShares([0.3, 0.7], [0.3, 0.7]);
        Assert.Equal(0, Subject.Evaluate(equal).Mean);
        Assert.All(equal["prediction"].Gradient.ToArray(), slope => Assert.Equal(0, slope));
    }
}

public sealed class BhattacharyyaLossTests() : ArrayLaws<BhattacharyyaLoss>
{
    [Fact]
    public void Loss_is_that_of_the_overlap()
    {
        double overlap = Math.Sqrt(0.3 * 0.6) + Math.Sqrt(0.7 * 0.4);
        Assert.Equal(-Math.Log(overlap), Subject.Evaluate(RowInputs.OfShares([0.3, 0.7], [0.6, 0.4])).Mean, 1e-15);
    }
}

public sealed class RenyiLossTests() : ArrayLaws<RenyiLoss>(2)
{
    [Fact]
    public void At_a_half_it_is_twice_the_Bhattacharyya_distance() => Assert.Equal(
        2 * default(BhattacharyyaLoss).Evaluate(RowInputs.OfShares([0.3, 0.7], [0.6, 0.4])).Mean,
        new RenyiLoss(0.5).Evaluate(RowInputs.OfShares([0.3, 0.7], [0.6, 0.4])).Mean,
        1e-15);

    [Fact]
    public void At_2_it_is_the_logarithm_of_the_chi_square_ratio() => Assert.Equal(
        Math.Log((0.09 / 0.6) + (0.49 / 0.4)),
        Subject.Evaluate(RowInputs.OfShares([0.3, 0.7], [0.6, 0.4])).Mean,
        1e-15);

    [Fact]
    public void At_1_it_is_refused() =>
        Assert.Equal("alpha", Assert.Throws<ArgumentOutOfRangeException>(() => new RenyiLoss(1)).ParamName);
}
