namespace Lossary.Numerics.Tests;

/// <summary>Convolution by its definition, in double: the reference of the kernels.</summary>
internal static class NaiveConvolution
{
    public static double[] Forward(in ConvolutionShape shape, double[] input, double[] weights, double[]? bias)
    {
        ConvolutionShape s = shape;
        double[] output = new double[s.OutputLength];
        for (int i = 0; i < output.Length; i++)
        {
            output[i] = bias is null ? 0 : bias[i % s.Outputs];
        }

        ForEachProduct(s, (x, w, y) => output[y] += input[x] * weights[w]);
        return output;
    }

    public static double[] InputGradient(in ConvolutionShape shape, double[] upstream, double[] weights)
    {
        double[] gradient = new double[shape.InputLength];
        ForEachProduct(shape, (x, w, y) => gradient[x] += upstream[y] * weights[w]);
        return gradient;
    }

    public static double[] WeightGradient(in ConvolutionShape shape, double[] input, double[] upstream)
    {
        double[] gradient = new double[shape.WeightLength];
        ForEachProduct(shape, (x, w, y) => gradient[w] += upstream[y] * input[x]);
        return gradient;
    }

    public static double[] BiasGradient(in ConvolutionShape shape, double[] upstream)
    {
        double[] gradient = new double[shape.Outputs];
        for (int i = 0; i < upstream.Length; i++)
        {
            gradient[i % shape.Outputs] += upstream[i];
        }

        return gradient;
    }

    /// <summary>Every product of the sums, by the places of its input, its weight and its output.</summary>
    private static void ForEachProduct(ConvolutionShape s, Action<int, int, int> visit)
    {
        int groupInputs = s.Inputs / s.Groups, groupOutputs = s.Outputs / s.Groups;
        for (int y = 0; y < s.OutputLength; y++)
        {
            int output = y % s.Outputs, pixel = y / s.Outputs;
            int column = pixel % s.OutputWidth, row = pixel / s.OutputWidth % s.OutputHeight;
            int image = pixel / s.OutputWidth / s.OutputHeight, group = output / groupOutputs;
            for (int w = output; w < s.WeightLength; w += s.Outputs)
            {
                int rest = w / s.Outputs, input = rest % groupInputs, tap = rest / groupInputs;
                int readRow = (row * s.Window.StrideHeight) - s.Window.PaddingHeight
                    + (tap / s.Window.Width * s.Window.DilationHeight);
                int readColumn = (column * s.Window.StrideWidth) - s.Window.PaddingWidth
                    + (tap % s.Window.Width * s.Window.DilationWidth);
                if (readRow >= 0 && readRow < s.Height && readColumn >= 0 && readColumn < s.Width)
                {
                    int place = (((image * s.Height) + readRow) * s.Width) + readColumn;
                    visit((place * s.Inputs) + (group * groupInputs) + input, w, y);
                }
            }
        }
    }
}
