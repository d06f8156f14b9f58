namespace Lossary.Losses.Tests;

public sealed class ActorCriticLossTests() : ArrayLaws<ActorCriticLoss>
{
    [Fact]
    public void Policy_value_and_entropy_add_up() =>
        Assert.Equal(
            6 + (0.5 * 0.5 * 16) - (0.01 * 0.7),
            CostOf(("log-probability", -3), ("advantage", 2), ("value", 1), ("return", 5), ("entropy", 0.7)),
            13);
}
