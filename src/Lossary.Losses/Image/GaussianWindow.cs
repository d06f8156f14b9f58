namespace Lossary.Losses;

/// <summary>The window in which structural similarity looks at an image.</summary>
internal static class GaussianWindow
{
    private const double Deviation = 1.5;

    /// <summary>A row of the window; the window is its product with itself.</summary>
    /// <param name="width">How many pixels; odd.</param>
    /// <returns>Weights that sum to 1.</returns>
    public static double[] Of(int width)
    {
        double[] weights = [.. Enumerable.Range(0, width).Select(i =>
        {
            double distance = (i - (width / 2)) / Deviation;
            return Math.Exp(-0.5 * distance * distance);
        })];
        double sum = weights.Sum();
        return [.. weights.Select(weight => weight / sum)];
    }
}
