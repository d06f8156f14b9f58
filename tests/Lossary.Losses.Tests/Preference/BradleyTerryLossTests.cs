namespace Lossary.Losses.Tests;

public sealed class BradleyTerryLossTests() : ArrayLaws<BradleyTerryLoss>(0.01)
{
    [Fact]
    public void A_score_of_3_beats_1_by_a_margin_of_half() =>
        Assert.Equal(
            Math.Log(1 + Math.Exp(-1.5)) + (0.01 * 16),
            CostOf(("chosen", 3), ("rejected", 1), ("margin", 0.5)),
            13);
}
