package dev.dialtone.testkit;

import java.util.Optional;

/**
 * What never changes of a number that was claimed or imported.
 *
 * @param place its place in the order of claiming
 * @param sourceArn what it was imported from, empty if it was claimed
 */
record NumberIdentity(
    int place, String id, String arn, PhoneNumber phoneNumber, Optional<String> sourceArn) {

  NumberIdentity at(int otherPlace) {
    return new NumberIdentity(otherPlace, id, arn, phoneNumber, sourceArn);
  }
}
