namespace Lossary.Losses.Tests;

public sealed class DeterministicPolicyLossTests() : ArrayLaws<DeterministicPolicyLoss>
{
    [Fact]
    public void A_value_earns_itself() => Assert.Equal(-2.5, CostOf(("value", 2.5)));
}
