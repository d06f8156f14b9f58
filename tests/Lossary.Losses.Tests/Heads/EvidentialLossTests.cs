namespace Lossary.Losses.Tests;

public sealed class EvidentialLossTests() : ArrayLaws<EvidentialLoss>
{
    [Fact]
    public void By_hand()
    {
        // ν = 1, α = 2, β = 0.5: Ω = 2; Γ(2) = 1, Γ(5/2) = ¾ √π.
        double expected = (0.5 * Math.Log(Math.PI)) - (2 * Math.Log(2)) + (2.5 * Math.Log(9 + 2))
            - Math.Log(0.75 * Math.Sqrt(Math.PI)) + (0.01 * 3 * 4);
        double found = CostOf(("mean", 1), ("evidence-of-mean", 1), ("shape", 2), ("scale", 0.5), ("target", 4));
        Assert.Equal(expected, found, 13);
    }
}
