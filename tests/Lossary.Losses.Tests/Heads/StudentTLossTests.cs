namespace Lossary.Losses.Tests;

public sealed class StudentTLossTests() : ArrayLaws<StudentTLoss>
{
    [Fact]
    public void One_degree_of_freedom_is_Cauchy()
    {
        double expected = Math.Log(Math.PI) + Math.Log(2) + Math.Log(1 + 2.25);
        Assert.Equal(
            expected, CostOf(("location", 1), ("log-scale", Math.Log(2)), ("log-degrees", 0), ("target", 4)), 13);
    }

    [Fact]
    public void Three_degrees_of_freedom_are_the_density_by_hand()
    {
        // Γ(2) / (Γ(3/2) √(3π)) = 2 / (√3 π).
        double expected = -Math.Log(2 / (Math.Sqrt(3) * Math.PI)) + (2 * Math.Log(1 + (2.25 / 3))) + Math.Log(2);
        double found = CostOf(("location", 1), ("log-scale", Math.Log(2)), ("log-degrees", Math.Log(3)), ("target", 4));
        Assert.Equal(expected, found, 13);
    }

    [Fact]
    public void Degrees_without_end_are_Gaussian()
    {
        double expected = 1.125 + Math.Log(2) + (0.5 * Math.Log(2 * Math.PI));
        foreach (double degrees in (double[])[25, 100, 1000])
        {
            double found = CostOf(("location", 1), ("log-scale", Math.Log(2)), ("log-degrees", degrees), ("target", 4));
            Assert.Equal(expected, found, 9);
        }
    }

    [Fact]
    public void Around_32_degrees_the_series_joins_the_logarithms_of_gamma()
    {
        Assert.Equal(With(31.9999999999), With(32.0000000001), 11);

        double With(double degrees) =>
            CostOf(("location", 1), ("log-scale", 0), ("log-degrees", Math.Log(degrees)), ("target", 4));
    }
}
