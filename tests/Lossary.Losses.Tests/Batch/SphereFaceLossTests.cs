namespace Lossary.Losses.Tests;

public sealed class SphereFaceLossTests() : ArrayLaws<SphereFaceLoss>(6, 1.5)
{
    [Theory]
    [InlineData(0.9, 4)]
    [InlineData(0.1, 4)]
    [InlineData(-0.7, 3)]
    public void The_multiplied_angle_falls_and_has_its_own_slope(double cosine, double factor)
    {
        MultipliedAngle angle = new(factor);
        double value = angle.Shift(cosine, out double slope);
        double quotient = (angle.Shift(cosine + 1e-6, out _) - angle.Shift(cosine - 1e-6, out _)) / 2e-6;
        Assert.Equal(quotient, slope, 6);
        Assert.True(value <= cosine, "The margin makes it easier.");
        double turns = Math.Floor(factor * Math.Acos(cosine) / Math.PI);
        Assert.Equal((turns % 2 == 0 ? 1 : -1) * Math.Cos(factor * Math.Acos(cosine)) - (2 * turns), value, 12);
    }
}
