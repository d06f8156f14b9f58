namespace Lossary.Losses.Tests;

public sealed class MarginDistillationLossTests() : ArrayLaws<MarginDistillationLoss>
{
    [Fact]
    public void Margins_of_2_and_half_differ_by_1_and_a_half() => Assert.Equal(
        2.25, CostOf(("positive", 5), ("negative", 3), ("teacher-positive", 1), ("teacher-negative", 0.5)), 14);
}
