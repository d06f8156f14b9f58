namespace Lossary.Losses.Tests;

public sealed class KullbackLeiblerCriticLossTests() : ArrayLaws<KullbackLeiblerCriticLoss>
{
    [Theory]
    [InlineData(0.4)]
    [InlineData(-0.7)]
    public void It_is_the_variational_bound_of_the_divergence(double fake)
    {
        double bound = Critic(1.2) - Conjugate(Critic(fake));
        Assert.Equal(-bound, CostOf(("real", 1.2), ("fake", fake)), 9);
    }

    private static double Critic(double v) => v;

    /// <summary>sup over u of t u − f(u), searched for.</summary>
    private static double Conjugate(double t) => Suprema.Find(u => (t * u) - Divergence(u));

    /// <summary>The divergence's generator, as published.</summary>
    private static double Divergence(double u) => u * Math.Log(u);
}
