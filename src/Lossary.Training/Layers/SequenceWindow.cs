using Lossary.Numerics;

namespace Lossary.Training;

/// <summary>Windows that move along a sequence: of height 1, without padding above.</summary>
internal static class SequenceWindow
{
    public static ConvolutionOptions Checked(ConvolutionOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        Window window = options.Window;
        if (window.Height != 1 || window.PaddingHeight != 0 || window.StrideHeight != 1
            || options.OutputPaddingHeight != 0)
        {
            throw new ArgumentException(
                $"A window along sequences has height 1, vertical stride 1 and no vertical padding; it is {window}.",
                nameof(options));
        }

        return options;
    }
}
