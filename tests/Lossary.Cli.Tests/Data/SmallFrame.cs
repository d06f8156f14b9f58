namespace Lossary.Cli.Tests;

/// <summary>A data frame that R 4.2.2 has written in its several ways.</summary>
/// <remarks>
/// <code>
/// small = data.frame(number = c(1.5, NA, -0.1), whole = c(3L, NA, -7L), level = factor(c("b", NA, "a")),
///                    text = c('say "so"', NA, "x,y"), truth = c(TRUE, NA, FALSE)); other = 1:3 + 0L
/// save(other, small, version = 2); save(other, small, version = 3); tools:::makeLazyLoadDB(environment(), "small")
/// </code>
/// </remarks>
internal static class SmallFrame
{
    /// <summary>What R's <c>write.csv(small, row.names = FALSE, na = "")</c> prints of it.</summary>
    public const string Csv = """"
        "number","whole","level","text","truth"
        1.5,3,"b","say ""so""",TRUE
        ,,,,
        -0.1,-7,"a","x,y",FALSE

        """";

    public static byte[] Version2 => Convert.FromBase64String(
        "H4sIAAAAAAAAA2VQsW7CMBB1bFOaSKBK/QHEXDH0B1j4gk5ZDTXK4GApNiWZyG/QsX/Rqb/UsQxgzo6vgmDJ53d3z3fv7m2Rv2Z5"
        + "RgihhFNKKAPIKZiEcJLCO9C2kBWAEVwWEp4c8C3RlEIpiD97B+7Yk+Z/JJz9r7fDr5/vgz+fVwVZC8Y5dwSIMdp235JekwclP6Qy"
        + "gJ46zSGaCATLvqiVEgbp/0XWYmW1n+kcMyxmHo1oJlOjp4BTkORinNUvDTwZriCqu9vVRpQSuw2w22ZbLmGDkbIrtJLohGmiw62s"
        + "LSZstbVFV527nvzsXVgxW1fQq9c/rfRuhhpGuEYY4xRnPV8A05tPzvABAAA=");

    public static byte[] Version3 => Convert.FromBase64String(
        "H4sIAAAAAAAAA11QsW7CMBC9xElpIoEq9QcQM2XpwsaC+gEVlVgNGGVwsBSbAhP8Rhn5i078EmM7FPec+FBrS7Hfvbvce3ev4+lz"
        + "Ps0BgEESx8BShJC+TV6ehoAMBhEkkDlSmUJUCNp1tUsAxA3+X6hLLiXyjy7Ar+OKRl9Qn/3F3a3T+fPDneOfhuyAl7X2GyFx8aH5"
        + "LQpE7qR4F1IjeqhtNGzECcxCU3PJNZXfmiz53Cg309VnmM/ca77r9rTqIc7QkvU82/Z3+OS0Au8OQrUVLwWppaS2Wpcz3KAv2RRK"
        + "CgrqaXyQGLE1lDDV2hRN98QG9vMFN3ywrFAr0M8qtRmQhzatEcf48bNefwEpf/WV+QEAAA==");

    public static byte[] Index => Convert.FromBase64String(
        "H4sIAAAAAAAAA1WNUQoCMQxEZ9vdjy0IgufYf0/gCRT8rWtEod2VVDy2R1DTNqIWQiYz6cveAbBojYHtRKLbbTfDGjCrEtRupBba"
        + "8xt+5qwfEIL0Bi36DJl8pCRiWZbUnG9n4s+Qog9BxFNPoCKal/5CzeAKttRfbhXU3z1f/CHIuWo4phMxTePXGed4ZUqJjhn6Bnb8"
        + "9kHzAAAA");

    public static byte[] Objects => Convert.FromBase64String(
        "AAAAK3ici+BiYGBgZmBhYmJgZgUyGVhDQ9x0LYAMXrAEAwMjEDOB2AAzpwHlAAABsnicXVA7DsIwDHV/QCuBkLgAYgZmNjZOABJr"
        + "WlJ1KK2UpnwmuAaM3IKJKzHCAMFpY4ZGSvxsv/o9dx0AgAOubYPjIQRvtVxMZlgb6ARvTxPmL6jO6anf9u1xv+hzxaRbDcB7xkcp"
        + "9UZINftcf2YBKlTRBR9jK+U7nhaI+pplqhYjEDb4XpSyguj/ITGLZC4QfU3HMZ1OwY7DUZGPEPtoSZm6cxgfMQTGnWXcQVMtY1tO"
        + "ah6pZeU25IIo+yRPOSXVNiZxJT9IakhRyqSebquG/WDDJJvGArUa+r7I91Py0KXfiGt89K4/Pfo88Q==");
}
