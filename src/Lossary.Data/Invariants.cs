using System.Globalization;

namespace Lossary.Data;

/// <summary>The one culture of every number read or written.</summary>
internal static class Invariants
{
    public static CultureInfo Invariant => CultureInfo.InvariantCulture;
}
